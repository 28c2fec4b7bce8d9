package coop.pools.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: cookies, pages, and the forms on them, sent with their hidden fields. */
public final class Browser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Browser(URI address) {
        this.address = address;
    }

    public static Browser guest(URI address) {
        return new Browser(address);
    }

    /** Signs in through the sandbox's own consent page. */
    public static Browser signedIn(URI address, String person) {
        Browser browser = new Browser(address);
        String provider = browser.get("/sign-in/sandbox?returnTo=/groups").location();
        Page consent = browser.get(provider);
        Page back = browser.submit(consent, "/sandbox/oauth2/authorize", Map.of("person", person, "answer", "allow"));
        assertThat(browser.get(back.location()).location()).endsWith("/groups");
        return browser;
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Sends the form of a page that goes to this path; {@code fields} beside its hidden ones. */
    public Page submit(Page page, String action, Map<String, String> fields) {
        Map<String, String> all = page.hiddenFields(action);
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file in its field {@code file}. */
    public Page upload(Page page, String action, String fileName, String content) {
        String boundary = "----------pools";
        StringBuilder body = new StringBuilder();
        page.hiddenFields(action)
                .forEach((name, value) -> body.append("--" + boundary + "\r\n")
                        .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n");
        String origin = address.getScheme() + "://" + address.getAuthority();
        return send(request(action)
                .header("Origin", origin)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a page's form with files, and {@code fields} beside its hidden ones. */
    public Page upload(Page page, String action, Map<String, String> fields, byte[]... files) {
        UploadForm form = new UploadForm();
        page.hiddenFields(action).forEach(form::word);
        fields.forEach(form::word);
        for (byte[] file : files) {
            form.file("receipt", "photo.jpg", file);
        }
        String origin = address.getScheme() + "://" + address.getAuthority();
        return send(request(action)
                .header("Origin", origin)
                .header("Referer", page.request().replaceFirst("^[A-Z]* ", ""))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())));
    }

    /** Sends fields to an address that may have no form, as a page with scripts could; {@code files} as a form with files. */
    public Page post(String action, Map<String, String> fields, byte[]... files) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(get("/me").hiddenFields("/me/tokens"));
        Page form = new Page("", 200, "<form action=\"" + action + "\"></form>", "");
        return files.length == 0 ? submit(form, action, all) : upload(form, action, all, files);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private Page send(HttpRequest.Builder builder) {
        try {
            HttpRequest request = builder.build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            String location = response.headers().firstValue("Location").orElse("");
            return new Page(request.method() + " " + request.uri(), response.statusCode(), response.body(), location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. @param location where it leads on; empty when it does not */
    public record Page(String request, int status, String html, String location) {
        /** The page's HTML; the page must have been found. */
        public String ok() {
            assertThat(status).as("%s: %s", request, html).isEqualTo(200);
            return html;
        }

        /** The path, with its query, to which an accepted form leads. */
        public String path() {
            assertThat(status).as("%s: %s", request, html).isEqualTo(303);
            URI target = URI.create(location);
            return target.getQuery() == null ? target.getPath() : target.getPath() + "?" + target.getQuery();
        }

        /** The HTML of a form that came back with this status. */
        public String refused(int expected) {
            assertThat(status).as("%s: %s", request, html).isEqualTo(expected);
            return html;
        }

        Map<String, String> hiddenFields(String action) {
            int begin = html.indexOf("action=\"" + action + "\"");
            assertThat(begin).as("a form that goes to %s in %s", action, html).isPositive();
            Matcher fields = HIDDEN.matcher(html.substring(begin, html.indexOf("</form>", begin)));
            Map<String, String> hidden = new LinkedHashMap<>();
            while (fields.find()) {
                hidden.put(fields.group(1), fields.group(2).replace("&amp;", "&"));
            }
            return hidden;
        }
    }
}
