package khabuan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes all mail, delivers none, and remembers the Message-IDs. It outlives the servers that are killed while they write to it. */
final class Postbox implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    Postbox() throws IOException {
        Thread.startVirtualThread(() -> {
            while (!door.isClosed()) open();
        });
    }

    String url() {
        return "smtp://localhost:" + door.getLocalPort();
    }

    /** The numbers of the letters that were taken, in order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void open() {
        try {
            var visitor = door.accept();
            Thread.startVirtualThread(() -> serve(visitor));
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket visitor) {
        try (visitor; var in = new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1)); var out = visitor.getOutputStream()) {
            say(out, "220 postbox");
            for (String line; (line = in.readLine()) != null; ) {
                say(out, line.startsWith("DATA") ? "354 go on" : line.startsWith("QUIT") ? "221 bye" : "250 OK");
                if (line.startsWith("DATA") && !take(in, out)) return;
            }
        } catch (IOException e) {
            // the visitor was killed
        }
    }

    /** A letter counts when its last line has come, before that is answered. */
    private boolean take(BufferedReader in, OutputStream out) throws IOException {
        String number = "";
        for (String line; (line = in.readLine()) != null; ) {
            if (line.startsWith("Message-ID: ")) number = line.replaceAll("^.*<|@.*", "");
            if (!line.equals(".")) continue;
            taken.add(number);
            say(out, "250 OK");
            return true;
        }
        return false;
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
