package khabuan.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import khabuan.base.duplicate.Entry;
import khabuan.base.duplicate.Trait;

/** Simulated members of councils as a registry holds them, some entered twice, and which those are. Beside the duplicates stand namesakes: families of few surnames in a unit, brothers and
 *  sisters whose names differ in a letter, people of one name in two villages of a unit and in the next unit. */
final class NamedPersons {

    /** Ten ways in which a person comes to be entered a second time. */
    enum Kind { SAME, TITLE, BLANKS, MARKS, MARK_LOST, LETTER_LOST, LETTER_TWICE, SWAPPED, CONFUSED, NEXT_UNIT }

    private static final String[] WOMEN = {"สมศรี", "สมใจ", "สมพร", "สุดา", "สุนีย์", "สุภาพ", "สุพรรณี", "วิไล", "วิภา", "วันเพ็ญ", "อรทัย", "อรุณี", "จันทร์เพ็ญ", "จันทรา", "บัวลอย", "บัวผัน", "บุญมี", "บุญเรือน", "ทองใบ", "ทองสุข", "คำปุ่น", "คำแปง", "ลำดวน",
        "ลำพูน", "มาลี", "มาลัย", "นงลักษณ์", "นงนุช", "กัญญา", "กัลยา", "ประนอม", "ประไพ", "พิมพา", "ละเอียด", "สายทอง", "สายบัว", "ปราณี", "ปรานอม", "ศรีนวล", "ศิริพร", "รัชนี", "รำไพ", "เพ็ญศรี", "เตือนใจ", "แก้วตา", "ดวงใจ", "ดวงเดือน", "ชูศรี"};
    private static final String[] MEN = {"สมชาย", "สมชัย", "สมพงษ์", "สมพล", "สมศักดิ์", "สมบูรณ์", "สมบัติ", "สุรชัย", "สุรพล", "สุเทพ", "วิชัย", "วิเชียร", "วิโรจน์", "ประเสริฐ", "ประสิทธิ์", "ประยูร", "ทองดี", "ทองคำ", "บุญเลิศ", "บุญส่ง", "บุญธรรม", "บุญมา",
        "ชูชาติ", "ชูศักดิ์", "ณรงค์", "เกียรติศักดิ์", "อำนวย", "อำพล", "กิตติ", "ไพโรจน์", "ไพบูลย์", "มานพ", "มานะ", "คำมูล", "คำแสน", "เสถียร", "เสน่ห์", "สนั่น", "สนิท", "ถาวร", "ธีระ", "นิพนธ์", "พิชัย", "อดุลย์", "จำรัส", "เจริญ", "แก้ว", "ปัญญา"};
    private static final String[] SURNAMES = {"ใจ", "ดี", "งาม", "แก้ว", "ทอง", "ศรี", "บุญ", "วงศ์", "จันทร์", "แสง", "ชัย", "สุข", "มณี", "พันธ์", "ดวง", "เพชร", "รุ่ง", "คำ", "สิงห์", "พรหม", "อินทร์", "ชม", "โพธิ์", "สาย", "เมือง", "ภู", "ลาภ", "เย็น"};
    private static final int UNITS_OF_DISTRICT = 8;
    private static final int PERSONS_OF_UNIT = 40;
    private static final int VILLAGES = 9;

    private record Unit(String code, String district, List<String> surnames) {}

    /** A person as bits are known of one: "" for what nobody wrote. */
    private record One(long id, Unit unit, String name, String gender, String village, String phone) {}

    private final RandomGenerator lots;
    private final Miswriting miswriting;
    private final Map<String, Trait> traits;
    private final List<Entry> all = new ArrayList<>();
    private final Map<Long, Long> originals = new HashMap<>();
    private final Map<Long, Kind> kinds = new HashMap<>();
    private long lastId;

    /** @param seed from which all follows; @param traits that the house knows of persons */
    NamedPersons(long seed, int persons, int duplicates, List<Trait> traits) {
        lots = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        miswriting = new Miswriting(lots);
        this.traits = traits.stream().filter(t -> t.kind().equals("person")).collect(Collectors.toMap(Trait::key, t -> t));
        int units = persons / PERSONS_OF_UNIT;
        var district = new ArrayList<Unit>();
        for (int u = 0; u < units; u++) {
            if (u % UNITS_OF_DISTRICT == 0) {
                district.clear();
                for (int i = 0; i < UNITS_OF_DISTRICT; i++) district.add(new Unit("%04dU%d".formatted(u / UNITS_OF_DISTRICT, i), "%04d".formatted(u / UNITS_OF_DISTRICT), surnames()));
            }
            int twice = (int) ((long) duplicates * (u + 1) / units - (long) duplicates * u / units);
            fill(district, u % UNITS_OF_DISTRICT, PERSONS_OF_UNIT - twice, twice);
        }
    }

    List<Entry> all() {
        return List.copyOf(all);
    }

    /** Of the duplicates, which person each is. */
    Map<Long, Long> originals() {
        return Map.copyOf(originals);
    }

    Map<Long, Kind> kinds() {
        return Map.copyOf(kinds);
    }

    /** The families of a unit. */
    private List<String> surnames() {
        var surnames = new ArrayList<String>();
        for (int i = 0; i < 25; i++) surnames.add(one(SURNAMES) + one(SURNAMES) + (lots.nextInt(3) == 0 ? one(SURNAMES) : ""));
        return surnames;
    }

    private void fill(List<Unit> district, int at, int once, int twice) {
        var of = new ArrayList<One>();
        while (of.size() < once) of.add(of.size() > 5 && lots.nextInt(100) == 0 ? namesake(of.get(lots.nextInt(of.size()))) : person(district.get(at)));
        of.forEach(this::enter);
        for (int i = 0; i < twice; i++) again(of.get(lots.nextInt(of.size())), district.get((at + 1) % UNITS_OF_DISTRICT));
    }

    private One person(Unit unit) {
        boolean woman = lots.nextBoolean();
        String title = woman ? lots.nextInt(3) == 0 ? "นางสาว" : "นาง" : "นาย";
        return new One(++lastId, unit, title + one(woman ? WOMEN : MEN) + " " + unit.surnames.get(lots.nextInt(unit.surnames.size())), woman ? "female" : "male", village(), phone());
    }

    /** Somebody else of the same name in the unit: in another village, three of four times. */
    private One namesake(One one) {
        return new One(++lastId, one.unit, one.name, one.gender, lots.nextInt(4) == 0 ? one.village : village(), phone());
    }

    private String village() {
        return Integer.toString(1 + lots.nextInt(VILLAGES));
    }

    /** Known of two in five. */
    private String phone() {
        return lots.nextInt(5) < 2 ? "0" + (800_000_000 + lots.nextInt(199_999_999)) : "";
    }

    /** The same person once more: village and sex are there four of five times, and the telephone half the time. */
    private void again(One one, Unit next) {
        var kind = Kind.values()[originals.size() % Kind.values().length];
        boolean moved = kind == Kind.NEXT_UNIT;
        String phone = moved && one.phone.isEmpty() ? "0" + (800_000_000 + lots.nextInt(199_999_999)) : one.phone;
        if (moved && one.phone.isEmpty()) learn(one, phone);
        var again = new One(++lastId, moved ? next : one.unit, written(one.name, kind), lots.nextInt(5) < 4 ? one.gender : "", !moved && lots.nextInt(5) < 4 ? one.village : "", moved || lots.nextBoolean() ? phone : "");
        enter(again);
        originals.put(again.id, one.id);
        kinds.put(again.id, kind);
    }

    private void learn(One one, String phone) {
        all.removeIf(e -> e.id() == one.id);
        enter(new One(one.id, one.unit, one.name, one.gender, one.village, phone));
    }

    private String written(String name, Kind kind) {
        return switch (kind) {
            case SAME, NEXT_UNIT -> name;
            case TITLE -> name.startsWith("นางสาว") ? name.replace("นางสาว", lots.nextBoolean() ? "น.ส." : "นาง") : name.replaceFirst("^(นาง|นาย)", "");
            default -> bare(name, Miswriting.Kind.valueOf(kind.name()));
        };
    }

    /** Miswritten in the name, not in the title. */
    private String bare(String name, Miswriting.Kind kind) {
        String title = name.startsWith("นางสาว") ? "นางสาว" : name.substring(0, 3);
        return title + miswriting.of(name.substring(title.length()), kind);
    }

    private void enter(One one) {
        var held = new ArrayList<Trait.Held>();
        hold(held, "gender", one.gender);
        hold(held, "village", one.village.isEmpty() ? "" : one.unit.code + " " + one.village);
        hold(held, "phone", one.phone);
        all.add(new Entry(one.id, one.unit.code, "อบต.", one.unit.code, one.unit.district, one.name, "", Long.toString(one.id), null, null, List.copyOf(held)));
    }

    private void hold(List<Trait.Held> held, String key, String value) {
        if (!value.isEmpty()) held.add(new Trait.Held(traits.get(key), value, LocalDate.of(2014, 1, 1), null));
    }

    private String one(String[] of) {
        return of[lots.nextInt(of.length)];
    }
}
