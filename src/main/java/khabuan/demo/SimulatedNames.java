package khabuan.demo;

import java.util.Map;

/** Names that sound like the field and are nobody's: every surname ends in a word that says "simulated". */
final class SimulatedNames {

    private static final String[] WOMEN = {"สม", "สุ", "วิ", "นง", "อร", "จัน", "พร", "มา", "ศรี", "บัว", "ลำ", "กัญ", "ทอง", "บุญ"};
    private static final String[] WOMENS_ENDS = {"ใจ", "ดา", "นา", "ณี", "ลี", "พร", "มาศ", "รัตน์", "จิต", "ทิพย์", "วรรณ", "ยา"};
    private static final String[] MEN = {"สม", "สุ", "วิ", "ประ", "ทอง", "บุญ", "ชู", "ณรงค์", "เกียรติ", "อำ", "กิต", "ไพ", "มานะ", "คำ"};
    private static final String[] MENS_ENDS = {"ชัย", "ชาย", "ศักดิ์", "พงษ์", "เดช", "ชาติ", "พล", "วัฒน์", "สิทธิ์", "ฤทธิ์", "นันท์", "โชค"};
    private static final String[] SURNAMES = {"แก้ว", "ทอง", "บุญ", "ศรี", "คำ", "วงศ์", "จันทร์", "แสง", "ชัย", "สุข", "มณี", "พันธ์", "นา", "ดวง", "เพชร", "รุ่ง"};
    private static final String[] SIMULATED = {"สมมุติ", "สาธิต", "จำลอง"};

    private static final Map<String, String[]> VILLAGES = Map.of(
            "BE", new String[] {"บาง", "คลอง", "บึง", "หนอง", "สวน", "เนิน", "ท่า", "วัง"},
            "CW", new String[] {"ดอน", "หนอง", "ไร่", "ท่า", "วัง", "สระ", "บาง", "ห้วย"},
            "NE", new String[] {"โนน", "หนอง", "โคก", "นา", "ดอน", "เหล่า", "ห้วย", "กุด"},
            "S", new String[] {"ควน", "ทุ่ง", "คลอง", "บาง", "ท่า", "นา", "เขา", "หนอง"},
            "N", new String[] {"สัน", "แม่", "ป่า", "ทุ่ง", "ดอย", "ห้วย", "ปง", "ท่า"});
    private static final String[] VILLAGES_ENDS = {"แก้ว", "บัว", "ขาว", "แดง", "ยาว", "ใหญ่", "น้อย", "กลาง", "สูง", "งาม", "ไผ่", "ม่วง", "ยาง", "มะขาม",
            "สะแก", "ตาล", "หว้า", "ทอง", "เงิน", "จาน", "ตะเคียน", "สำราญ", "เจริญ", "สามัคคี"};

    private SimulatedNames() {}

    static String person(Draw draw, boolean woman) {
        String given = woman ? draw.one(WOMEN) + draw.one(WOMENS_ENDS) : draw.one(MEN) + draw.one(MENS_ENDS);
        String title = woman ? draw.chance(0.3) ? "นางสาว" : "นาง" : "นาย";
        return title + given + " " + draw.one(SURNAMES) + draw.one(SURNAMES) + draw.one(SIMULATED);
    }

    static String village(Draw draw, String region) {
        return draw.one(VILLAGES.get(region)) + draw.one(VILLAGES_ENDS);
    }

    /** A kind of organisation. @param name with the village's place in it @param network of the whole unit, not of a village */
    record Kind(String name, String activities, boolean network) {

        String of(String village, String unit) {
            return name.formatted(network ? unit : village);
        }
    }

    static final Kind[] KINDS = {
        new Kind("กลุ่มออมทรัพย์เพื่อการผลิต%s", "ออมเงินรายเดือนและปล่อยกู้แก่สมาชิก", false),
        new Kind("กองทุนหมู่บ้าน%s", "ให้กู้ยืมเพื่ออาชีพ จัดสรรผลกำไรเป็นสวัสดิการ", false),
        new Kind("กลุ่มแม่บ้านเกษตรกร%s", "แปรรูปอาหารและผลผลิตเกษตร", false),
        new Kind("วิสาหกิจชุมชนกลุ่มทอผ้า%s", "ทอผ้าและจำหน่ายผลิตภัณฑ์", false),
        new Kind("วิสาหกิจชุมชนเกษตรอินทรีย์%s", "ปลูกผักและข้าวอินทรีย์ ทำปุ๋ยหมัก", false),
        new Kind("กลุ่มเลี้ยงโค%s", "เลี้ยงโคเนื้อ ซื้ออาหารสัตว์ร่วมกัน", false),
        new Kind("กลุ่มผู้สูงอายุ%s", "ดูแลสุขภาพและสืบทอดภูมิปัญญา", false),
        new Kind("กลุ่มอาสาสมัครสาธารณสุข%s", "ดูแลสุขภาพในชุมชน", false),
        new Kind("กลุ่มฌาปนกิจสงเคราะห์%s", "สงเคราะห์ครอบครัวสมาชิกที่เสียชีวิต", false),
        new Kind("กลุ่มผู้ใช้น้ำ%s", "จัดสรรน้ำและดูแลฝาย", false),
        new Kind("กลุ่มอนุรักษ์ป่าชุมชน%s", "ดูแลป่าชุมชนและแนวกันไฟ", false),
        new Kind("กลุ่มเยาวชน%s", "กิจกรรมกีฬา ดนตรี และจิตอาสา", false),
        new Kind("กลุ่มข้าวชุมชน%s", "ผลิตเมล็ดพันธุ์และสีข้าวร่วมกัน", false),
        new Kind("กลุ่มจักสาน%s", "จักสานไม้ไผ่และหวาย", false),
        new Kind("กลุ่มประมงพื้นบ้าน%s", "ดูแลแหล่งน้ำและทำประมงพื้นบ้าน", false),
        new Kind("เครือข่ายสวัสดิการชุมชน %s", "เชื่อมโยงกลุ่มสวัสดิการทั้งพื้นที่", true),
        new Kind("เครือข่ายองค์กรการเงินชุมชน %s", "เชื่อมโยงกลุ่มการเงินทั้งพื้นที่", true),
        new Kind("เครือข่ายจัดการทรัพยากร %s", "เชื่อมโยงกลุ่มดิน น้ำ ป่าทั้งพื้นที่", true)};
}
