package coop.pools.platform.web;

import io.dropwizard.views.common.View;
import java.nio.charset.StandardCharsets;

/** An HTML page: a template, what it shows ({@code model}) and the frame around it ({@code shell}). */
public final class Page extends View {
    private final Object model;
    private final Shell shell;

    Page(String template, Object model, Shell shell) {
        super(template, StandardCharsets.UTF_8);
        this.model = model;
        this.shell = shell;
    }

    public Object getModel() {
        return model;
    }

    public Shell getShell() {
        return shell;
    }
}
