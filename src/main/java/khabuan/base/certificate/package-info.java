/** Certificates (หนังสือรับรอง): letters that certify the status of records, with running numbers without a gap, exact copies, and a signed code by which anybody can verify them.
 *  It knows no registry: a room declares a {@link khabuan.base.certificate.CertificateKind}. Read that first, then {@link khabuan.base.certificate.Letters}. */
@ApplicationModule(displayName = "หนังสือรับรอง", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.access", "base.page", "base.place",
        "base.print", "base.evidence", "base.job", "base.gap"})
package khabuan.base.certificate;

import org.springframework.modulith.ApplicationModule;
