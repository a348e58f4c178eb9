package khabuan.base.certificate;

import java.util.List;

/** The letters of a record on its page.
 *  @param mayNumber whether the reader may issue one now
 *  @param key of the form that issues one */
public record LetterPanel(CertificateKind kind, long recordId, List<Letter> letters, boolean mayNumber, String key) {}
