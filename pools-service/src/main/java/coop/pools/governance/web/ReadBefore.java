package coop.pools.governance.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A request whose body was read in part, for somebody who wants to read it from its beginning. */
final class ReadBefore extends HttpServletRequestWrapper {
    private final byte[] read;

    ReadBefore(HttpServletRequest request, byte[] read) {
        super(request);
        this.read = read;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(read), super.getInputStream());
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return all.read(bytes, offset, length);
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("read by waiting only");
            }
        };
    }
}
