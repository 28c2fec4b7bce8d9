package coop.pools.platform.mail;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Fills the templates of mail: plain ones as they are, HTML ones with everything escaped. */
public final class MailTemplates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    public MailTemplates() {
        configuration.setClassForTemplateLoading(MailTemplates.class, "/templates/mail");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.UK);
        configuration.setNumberFormat("computer");
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
    }

    /** @param file for example {@code notices.ftlh} */
    public String filled(String file, Map<String, Object> model) {
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(file).process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the mail template " + file + " cannot be filled", e);
        }
        return out.toString();
    }
}
