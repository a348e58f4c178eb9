package khabuan.base.account;

/** An address that a request names, kept only when it is a page of ours. */
final class Ours {

    private Ours() {}

    static String path(String asked) {
        boolean ours = asked.startsWith("/") && !asked.startsWith("//") && !asked.contains("\\") && asked.chars().noneMatch(c -> c < 32) && !asked.startsWith("/sign-in");
        return ours ? asked : "/";
    }
}
