package khabuan.base.place;

import java.util.Map;

/** That a row lies in a place, as a condition of a query. */
public final class Within {

    private Within() {}

    /** Adds to a condition that the unit of a column lies in a place; nothing for the country.
     *  @param column the unit's code: "p.unit_code"
     *  @param name of the parameter that names the place, which is put among the parameters */
    public static void add(String column, String name, Place place, StringBuilder condition, Map<String, Object> parameters) {
        if (place.level() == Level.COUNTRY) return;
        parameters.put(name, place.code());
        condition.append(" and ").append(column).append(" = any(array(").append(units(place.level(), name)).append("))");
    }

    /** The units of a place as a sub-select. @param level of a district, province or region, or the unit itself; @param name of the parameter that names the place */
    public static String units(Level level, String name) {
        return switch (level) {
            case UNIT -> "select :" + name;
            case DISTRICT -> "select code from unit where district_code = :" + name;
            case PROVINCE -> "select u.code from unit u join district d on d.code = u.district_code where d.province_code = :" + name;
            default -> "select u.code from unit u join district d on d.code = u.district_code join province_region r on r.province_code = d.province_code and r.until_date is null where r.region_code = :" + name;
        };
    }
}
