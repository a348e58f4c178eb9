package khabuan.base.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data directory (KHABUAN_HOME): the embedded database, the files and the keys. */
public record Home(Path path) {

    /** @throws Refused when the directory can't be made, read or written. */
    public Home {
        path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new Refused("The data directory " + path + " can't be made: set KHABUAN_HOME to a directory that you may write.");
        }
        if (!Files.isDirectory(path) || !Files.isReadable(path) || !Files.isWritable(path)) {
            throw new Refused("The data directory " + path + " can't be read and written: mend its rights, or set KHABUAN_HOME to another.");
        }
    }

    public Path database() {
        return path.resolve("postgres");
    }

    public Path files() {
        return path.resolve("files");
    }

    public Path keys() {
        return path.resolve("keys");
    }

    /** Takes the lock that one server holds on its home; it is let go when the process ends, however it ends.
     *  @throws Refused when another server has it. */
    public FileLock lockForServer() {
        try {
            var lock = FileChannel.open(path.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
            if (lock == null) throw taken();
            return lock;
        } catch (OverlappingFileLockException e) {
            throw taken();
        } catch (IOException e) {
            throw new Refused("The data directory " + path + " can't be locked: " + e.getMessage());
        }
    }

    private Refused taken() {
        return new Refused("Another Khabuan is already running on " + path + ": stop it first, or set KHABUAN_HOME to another directory.");
    }
}
