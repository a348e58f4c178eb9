/** The ground (ที่เก็บข้อมูล): the data directory, PostgreSQL, the two ways into it (owner and application), and the migrations.
 *  Read {@link khabuan.base.store.Home} first, then {@link khabuan.base.store.Postgres}. */
@ApplicationModule(displayName = "ที่เก็บข้อมูล", allowedDependencies = {})
package khabuan.base.store;

import org.springframework.modulith.ApplicationModule;
