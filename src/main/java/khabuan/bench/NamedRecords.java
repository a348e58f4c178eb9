package khabuan.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import khabuan.base.duplicate.Entry;

/** Simulated organisations as a registry holds them, some entered twice, and which those are. Beside the duplicates stand what is alike and is not one: the same group in
 *  village 3 and in village 5, villages called High Mound, Upper High Mound and High Mound of one letter less, groups founded on one day, villages of one name in the next tambon. */
final class NamedRecords {

    private static final String[] GROUPS = {"กลุ่มออมทรัพย์เพื่อการผลิต", "กลุ่มสตรี", "กลุ่มสตรีทอผ้า", "กลุ่มทอผ้าไหม", "กลุ่มทอผ้า", "กลุ่มแม่บ้านเกษตรกร", "กลุ่มแม่บ้าน", "กองทุนหมู่บ้าน", "กลุ่มเลี้ยงโค", "กลุ่มเลี้ยงไก่",
        "กลุ่มเลี้ยงปลา", "กลุ่มเลี้ยงกบ", "กลุ่มผู้เลี้ยงโค", "กลุ่มผู้สูงอายุ", "กลุ่มผู้ใช้น้ำ", "กลุ่มอาสาสมัครสาธารณสุขประจำหมู่บ้าน", "กลุ่มฌาปนกิจสงเคราะห์", "กลุ่มอนุรักษ์ป่าชุมชน", "กลุ่มเยาวชน", "กลุ่มจักสาน",
        "วิสาหกิจชุมชนเกษตรอินทรีย์", "วิสาหกิจชุมชนข้าวอินทรีย์", "กลุ่มปุ๋ยอินทรีย์ชีวภาพ", "กลุ่มปลูกผักปลอดสารพิษ", "กลุ่มปลูกพริก", "กลุ่มปลูกพืชผัก", "กลุ่มโรงสีข้าวชุมชน", "กลุ่มร้านค้าชุมชน", "กลุ่มธนาคารข้าว",
        "กลุ่มสวัสดิการชุมชน", "สถาบันการเงินชุมชน", "กลุ่มสัจจะออมทรัพย์", "กลุ่มเกษตรกรทำนา", "กลุ่มเกษตรกรทำสวน", "กลุ่มดนตรีพื้นบ้าน", "กลุ่มแปรรูปอาหาร", "กลุ่มขนมไทย", "กลุ่มน้ำพริก", "ชมรมผู้สูงอายุ", "กลุ่มพัฒนาอาชีพ"};
    private static final String[] VILLAGES = {"หนอง", "โนน", "โคก", "นา", "ดอน", "ห้วย", "บาง", "ท่า", "คลอง", "ทุ่ง", "ป่า", "สัน", "แม่", "วัง", "บึง", "ควน", "กุด", "เหล่า"};
    private static final String[] ENDS = {"แวง", "แสง", "บัว", "บอน", "ขาม", "ขาว", "สูง", "สว่าง", "แดง", "ยาว", "ไผ่", "ม่วง", "ยาง", "ตาล", "หว้า", "ทอง", "โพธิ์", "ศรี", "จันทร์", "กระเบื้อง", "มะค่า", "ตะเคียน", "สำราญ", "เจริญ", "พยอม", "ลาด", "ข่า", "คู", "คูณ", "เรือ", "เรียง", "น้ำใส", "หิน", "ทราย"};
    private static final String[] QUALIFIERS = {"เหนือ", "ใต้", "ใหญ่", "น้อย", "ใหม่", "เก่า", "กลาง", "พัฒนา", "ตะวันออก", "ตะวันตก", "สามัคคี"};
    private static final String[] NETWORKS = {"เครือข่ายสวัสดิการชุมชน", "เครือข่ายองค์กรการเงินชุมชน", "เครือข่ายจัดการทรัพยากร", "เครือข่ายเกษตรอินทรีย์", "เครือข่ายกลุ่มสตรี"};
    private static final int UNITS_OF_DISTRICT = 8;
    private static final int RECORDS_OF_UNIT = 30;

    private record Unit(String code, String type, String name, String district, List<String> villages, LocalDate founded) {}

    private final RandomGenerator lots;
    private final Miswriting miswriting;
    private final List<Entry> all = new ArrayList<>();
    private final Map<Long, Long> originals = new HashMap<>();
    private final Map<Long, Miswriting.Kind> kinds = new HashMap<>();
    private List<Unit> district;

    /** @param seed from which all follows
     *  @param records how many; @param duplicates how many of them are duplicates of others */
    NamedRecords(long seed, int records, int duplicates) {
        lots = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        miswriting = new Miswriting(lots);
        int units = (records + RECORDS_OF_UNIT - 1) / RECORDS_OF_UNIT;
        for (int u = 0; u < units; u++) {
            if (u % UNITS_OF_DISTRICT == 0) district = district(u / UNITS_OF_DISTRICT);
            int ofUnit = Math.min(RECORDS_OF_UNIT, records - u * RECORDS_OF_UNIT);
            int twice = (int) ((long) duplicates * (u + 1) / units - (long) duplicates * u / units);
            fill(district.get(u % UNITS_OF_DISTRICT), ofUnit - twice, twice);
        }
    }

    List<Entry> all() {
        return List.copyOf(all);
    }

    /** Of the duplicates, which record each is a duplicate of. */
    Map<Long, Long> originals() {
        return Map.copyOf(originals);
    }

    /** Of the duplicates, in which way it was miswritten. */
    Map<Long, Miswriting.Kind> kinds() {
        return Map.copyOf(kinds);
    }

    private List<Unit> district(int number) {
        var units = new ArrayList<Unit>();
        var campaign = day();
        for (int i = 0; i < UNITS_OF_DISTRICT; i++) {
            boolean namesake = i % 4 == 1;
            String name = namesake ? units.getLast().name : (lots.nextInt(3) == 0 ? "บ้าน" : "") + one(VILLAGES) + one(ENDS);
            units.add(new Unit("%04dU%d".formatted(number, i), namesake ? "ทต." : "อบต.", name, "%04d".formatted(number), villages(), lots.nextInt(10) < 3 ? campaign : day()));
        }
        return units;
    }

    /** Some villages of a unit are called alike, with a qualifier or with one letter of another sound. */
    private List<String> villages() {
        var villages = new ArrayList<String>();
        while (villages.size() < 9) {
            String first = one(VILLAGES);
            String village = first + one(ENDS);
            villages.add(village);
            int like = lots.nextInt(10);
            if (like < 3) villages.add(village + one(QUALIFIERS));
            else if (like == 3) villages.add(village);
            else if (like == 4) villages.add(first + one(ENDS));
        }
        return villages;
    }

    private void fill(Unit unit, int once, int twice) {
        var of = new ArrayList<Entry>();
        var names = new java.util.HashSet<String>();
        while (of.size() < once) {
            boolean network = lots.nextInt(15) == 0;
            int village = lots.nextInt(unit.villages.size());
            String group = one(GROUPS);
            String name = network ? one(NETWORKS) + unit.type.replace("อบต.", "ตำบล").replace("ทต.", "เทศบาลตำบล") + unit.name
                    : group + "บ้าน" + unit.villages.get(village) + (lots.nextInt(3) == 0 || isNotAlone(unit, village) ? " หมู่ที่ " + (village + 1) : "");
            if (names.add(network ? name : group + village)) of.add(entry(unit, name, network ? "network" : "group", lots.nextInt(100) < 45 ? unit.founded : day(), 8 + lots.nextInt(55)));
        }
        all.addAll(of);
        for (int i = 0; i < twice; i++) all.add(again(unit, of.get(lots.nextInt(of.size()))));
    }

    /** Villages of one name in one unit are told apart by their numbers. */
    private static boolean isNotAlone(Unit unit, int village) {
        return unit.villages.stream().filter(unit.villages.get(village)::equals).count() > 1;
    }

    /** The same once more, written otherwise; three of five on the same day, and half with as many members. */
    private Entry again(Unit unit, Entry original) {
        var kind = Miswriting.Kind.values()[originals.size() % Miswriting.Kind.values().length];
        var name = miswriting.of(original.name(), kind);
        if (lots.nextInt(100) < 15) name = miswriting.of(name, Miswriting.Kind.values()[lots.nextInt(Miswriting.Kind.values().length)]);
        var where = kind == Miswriting.Kind.OTHER_UNIT ? district.get((district.indexOf(unit) ^ 1) % UNITS_OF_DISTRICT) : unit;
        boolean sameDay = kind == Miswriting.Kind.OTHER_UNIT || lots.nextInt(5) < 3;
        var made = entry(where, name, original.sort(), sameDay ? original.registeredOn() : day(), lots.nextBoolean() ? original.people() : Integer.valueOf(8 + lots.nextInt(55)));
        originals.put(made.id(), original.id());
        kinds.put(made.id(), kind);
        return made;
    }

    private Entry entry(Unit unit, String name, String sort, LocalDate day, Integer people) {
        long id = nextId++;
        return new Entry(id, unit.code, unit.type, unit.name, unit.district, name, sort, Long.toString(100_000 + id), day, people);
    }

    private long nextId = 1;

    private LocalDate day() {
        return LocalDate.of(2009, 1, 5).plusDays(lots.nextInt(3800));
    }

    private String one(String[] of) {
        return of[lots.nextInt(of.length)];
    }
}
