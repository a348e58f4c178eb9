/** Messages (ข้อความ): what the product tells people, in the product, by e-mail and by LINE. Other rooms hand them over; this room knows none of them.
 *  Read {@link khabuan.base.message.Messages} first, then {@link khabuan.base.message.Outbox}. */
@ApplicationModule(displayName = "ข้อความ", allowedDependencies = {"base.store", "base.record", "base.text", "base.calendar", "base.access", "base.page", "base.place", "base.person"})
package khabuan.base.message;

import org.springframework.modulith.ApplicationModule;
