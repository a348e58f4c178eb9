package khabuan.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A connection to the house that can be cut, as it is in the field: whoever talks over it, pages and workers alike, is cut off. */
public final class Cable implements AutoCloseable {

    private final ServerSocket door;
    private final int house;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    public Cable(int house) {
        this.house = house;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    /** The port at which it is reached. */
    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        cut = true;
        open.forEach(Cable::drop);
    }

    public void mend() {
        cut = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (cut) drop(caller);
                else join(caller, new Socket(InetAddress.getLoopbackAddress(), house));
            } catch (IOException closed) {
                // somebody hung up
            }
        }
    }

    private void join(Socket one, Socket other) {
        open.add(one);
        open.add(other);
        Thread.startVirtualThread(() -> carry(one, other));
        Thread.startVirtualThread(() -> carry(other, one));
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // somebody hung up
        } finally {
            drop(from);
            drop(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Cable::drop);
    }
}
