/** The forecast (การคาดการณ์): what a year will come to, from what it has brought so far and how past years went on; pure arithmetic, told with how wrong it has been.
 *  Read {@link khabuan.base.forecast.Forecast}. */
@ApplicationModule(displayName = "การคาดการณ์", allowedDependencies = {})
package khabuan.base.forecast;

import org.springframework.modulith.ApplicationModule;
