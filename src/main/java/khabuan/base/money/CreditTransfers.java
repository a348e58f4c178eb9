package khabuan.base.money;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The file by which a bank is told to pay: ISO 20022 CustomerCreditTransferInitiation, pain.001.001.09. The same batch at the same moment gives the same bytes.
 *  @param messageId tells the batch from all others, at most 35 characters
 *  @param made when it was written, in local time
 *  @param groups the payments of each account that pays */
record CreditTransfers(String messageId, LocalDateTime made, List<Group> groups) {

    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    /** Banks by their code of the Bank of Thailand, in the words of ISO 20022. */
    private static final String THAI_BANKS = "THCBC";
    private static final String CURRENCY = "THB";

    /** What is paid from one account. */
    record Group(PayingAccount from, List<Transfer> transfers) {

        Baht sum() {
            return transfers.stream().map(t -> t.payment().amount()).reduce(Baht.ZERO, Baht::plus);
        }
    }

    record Transfer(Payment payment, Payee to) {}

    /** How the payments from one account are called. @param number of the group, from 1 */
    static String part(String messageId, int number) {
        return messageId + "-" + number;
    }

    Baht sum() {
        return groups.stream().map(Group::sum).reduce(Baht.ZERO, Baht::plus);
    }

    int count() {
        return groups.stream().mapToInt(g -> g.transfers().size()).sum();
    }

    byte[] xml() {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("UTF-8", "1.0");
            out.setDefaultNamespace(NAMESPACE);
            out.writeStartElement("Document");
            out.writeDefaultNamespace(NAMESPACE);
            out.writeStartElement("CstmrCdtTrfInitn");
            new Writing(out).header(this);
            int number = 0;
            for (var group : groups) new Writing(out).group(this, group, ++number);
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Elements, one after the other. */
    private record Writing(XMLStreamWriter out) {

        void header(CreditTransfers file) throws XMLStreamException {
            open("GrpHdr");
            value("MsgId", file.messageId());
            value("CreDtTm", file.made().format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")));
            value("NbOfTxs", Integer.toString(file.count()));
            value("CtrlSum", file.sum().amount().toPlainString());
            open("InitgPty");
            value("Nm", text(file.groups().getFirst().from().name(), 140));
            close(2);
        }

        void group(CreditTransfers file, Group group, int number) throws XMLStreamException {
            open("PmtInf");
            value("PmtInfId", part(file.messageId(), number));
            value("PmtMtd", "TRF");
            value("NbOfTxs", Integer.toString(group.transfers().size()));
            value("CtrlSum", group.sum().amount().toPlainString());
            open("ReqdExctnDt");
            value("Dt", file.made().toLocalDate().toString());
            close(1);
            var from = group.from();
            party("Dbtr", from.name());
            account("DbtrAcct", from.accountNumber());
            bank("DbtrAgt", from.bank());
            value("ChrgBr", "DEBT");
            for (var transfer : group.transfers()) transfer(transfer);
            close(1);
        }

        private void transfer(Transfer transfer) throws XMLStreamException {
            var payment = transfer.payment();
            open("CdtTrfTxInf");
            open("PmtId");
            value("InstrId", payment.endToEndId());
            value("EndToEndId", payment.endToEndId());
            close(1);
            open("Amt");
            out.writeStartElement("InstdAmt");
            out.writeAttribute("Ccy", CURRENCY);
            out.writeCharacters(payment.amount().amount().toPlainString());
            close(2);
            bank("CdtrAgt", transfer.to().bank());
            party("Cdtr", transfer.to().name());
            account("CdtrAcct", transfer.to().accountNumber());
            open("RmtInf");
            value("Ustrd", text(payment.purpose(), 140));
            close(2);
        }

        private void party(String element, String name) throws XMLStreamException {
            open(element);
            value("Nm", text(name, 140));
            close(1);
        }

        private void account(String element, String number) throws XMLStreamException {
            open(element);
            open("Id");
            open("Othr");
            value("Id", number);
            close(2);
            if (element.equals("DbtrAcct")) value("Ccy", CURRENCY);
            close(1);
        }

        private void bank(String element, String code) throws XMLStreamException {
            open(element);
            open("FinInstnId");
            open("ClrSysMmbId");
            open("ClrSysId");
            value("Cd", THAI_BANKS);
            close(1);
            value("MmbId", code);
            close(3);
        }

        private void open(String element) throws XMLStreamException {
            out.writeStartElement(element);
        }

        private void close(int elements) throws XMLStreamException {
            for (int i = 0; i < elements; i++) out.writeEndElement();
        }

        private void value(String element, String value) throws XMLStreamException {
            open(element);
            out.writeCharacters(value);
            close(1);
        }

        /** What XML can hold of a text, cut to a length. */
        private static String text(String value, int most) {
            return value.codePoints().filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)).limit(most).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }
}
