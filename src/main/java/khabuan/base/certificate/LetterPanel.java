package khabuan.base.certificate;

import java.util.List;

/** The letters of a record on its page.
 *  @param mayNumber whether the reader may issue one now
 *  @param mayPrint whether the reader issues letters; when not now, one of this year stands or the record may have none
 *  @param admitted whether the record may have a letter at all
 *  @param missing what it lacks: then issuing needs a reason
 *  @param key of the form that issues one */
public record LetterPanel(CertificateKind kind, long recordId, List<Letter> letters, boolean mayNumber, boolean mayPrint, boolean admitted, List<Lack.Missing> missing, String key) {}
