/** Print (การพิมพ์): one model of a document, and the printers that make a page, a Word file, a workbook or a PDF of it.
 *  The printers know no figure and no room: who composes a document says all that stands in it.
 *  Read {@link khabuan.base.print.Document} first, then {@link khabuan.base.print.Block}. */
@ApplicationModule(displayName = "การพิมพ์", allowedDependencies = {"base.text"})
package khabuan.base.print;

import org.springframework.modulith.ApplicationModule;
