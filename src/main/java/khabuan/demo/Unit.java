package khabuan.demo;

import java.util.List;

/** A simulated local unit. @param villages their names, the first of number 1 */
record Unit(String code, String region, String district, String type, String name, List<String> villages) {

    String title() {
        return type + name;
    }

    /** As the product derives it for a council that is given no name. */
    String councilName() {
        return "สภาองค์กรชุมชน" + switch (type) {
            case "อบต." -> "ตำบล" + name;
            case "ทต." -> "เทศบาลตำบล" + name;
            case "ทม." -> "เทศบาลเมือง" + name;
            case "ทน." -> "เทศบาลนคร" + name;
            default -> title();
        };
    }

    /** "หมู่ที่ 3 บ้านโนนแก้ว"; a community of a district of Bangkok has no number. */
    String village(int index) {
        return type.equals("เขต") ? "ชุมชน" + villages.get(index) : "หมู่ที่ " + (index + 1) + " บ้าน" + villages.get(index);
    }

    /** "บ้านโนนแก้ว หมู่ที่ 3", as it stands at the end of an organisation's name. */
    String inVillage(int index) {
        return type.equals("เขต") ? "ชุมชน" + villages.get(index) : "บ้าน" + villages.get(index) + " หมู่ที่ " + (index + 1);
    }
}
