/** Words and numbers (ถ้อยคำและตัวเลข): the message bundles, Thai digits, percentages with their parts, and the common spelling by which names are compared.
 *  Read {@link khabuan.base.text.Words} first. */
@ApplicationModule(displayName = "ถ้อยคำและตัวเลข", allowedDependencies = {"base.calendar"})
package khabuan.base.text;

import org.springframework.modulith.ApplicationModule;
