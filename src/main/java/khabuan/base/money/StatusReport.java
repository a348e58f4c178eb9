package khabuan.base.money;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a bank answers to a file of payments: ISO 20022 CustomerPaymentStatusReport, pain.002, of any version.
 *  @param messageId the bank's own number of the answer
 *  @param day on which the bank wrote it
 *  @param originalMessageId the batch that it answers
 *  @param groupStatus of all payments that are not named by themselves; "" for none
 *  @param parts what is said of all payments from one account that are not named by themselves */
record StatusReport(String messageId, LocalDate day, String originalMessageId, String groupStatus, Reason groupReason, List<Part> parts, List<Status> statuses) {

    private static final String ROOT = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";
    /** Deeper than any such file goes. */
    private static final int DEPTH = 32;

    /** @param code of the external list of reasons of ISO 20022: "AC04"; "" for none @param words that the bank added */
    record Reason(String code, String words) {

        static final Reason NONE = new Reason("", "");
    }

    /** Of one payment. @param amount as the bank repeats it; "" when it doesn't */
    record Status(String endToEndId, String status, Reason reason, String amount) {}

    /** @param id of the payments from one account, in the file that is answered: "KHB-25620902-17-1" */
    record Part(String id, String status, Reason reason) {}

    /** It can't be read. */
    static final class Unreadable extends Exception {

        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** Reads a file. A document type, and all that comes with one, is refused.
     *  @throws Unreadable when it isn't such a file, with what is wrong */
    static StatusReport read(byte[] xml) throws Unreadable {
        try {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return new Reading().all(factory.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException | DateTimeParseException e) {
            throw new Unreadable(e.getMessage(), e);
        }
    }

    /** Gathers what stands in the elements, by their path from the root. */
    private static final class Reading {

        private final Deque<String> path = new ArrayDeque<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<Status> statuses = new ArrayList<>();
        private String messageId = "", created = "", original = "", groupStatus = "", partId = "", partStatus = "";
        private String endToEndId = "", status = "", amount = "", code = "", words = "";
        private Reason group = Reason.NONE, part = Reason.NONE;

        StatusReport all(XMLStreamReader in) throws XMLStreamException, Unreadable {
            var text = new StringBuilder();
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (path.isEmpty() && !String.valueOf(in.getNamespaceURI()).startsWith(ROOT)) throw new Unreadable(in.getName().toString(), null);
                        if (path.size() > DEPTH) throw new Unreadable(in.getLocalName(), null);
                        path.addLast(in.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(in.getText());
                    case XMLStreamConstants.DTD -> throw new Unreadable("DOCTYPE", null);
                    case XMLStreamConstants.END_ELEMENT -> {
                        ended(String.join("/", path), text.toString().strip());
                        path.removeLast();
                        text.setLength(0);
                    }
                    default -> { }
                }
            }
            if (messageId.isEmpty() || original.isEmpty()) throw new Unreadable(messageId.isEmpty() ? "GrpHdr/MsgId" : "OrgnlGrpInfAndSts/OrgnlMsgId", null);
            return new StatusReport(messageId, created.length() < 10 ? null : LocalDate.parse(created.substring(0, 10)), original, groupStatus, group, List.copyOf(parts), List.copyOf(statuses));
        }

        private void ended(String at, String text) {
            String within = at.substring(Math.min(at.length(), "Document/CstmrPmtStsRpt/".length()));
            switch (within) {
                case "GrpHdr/MsgId" -> messageId = text;
                case "GrpHdr/CreDtTm" -> created = text;
                case "OrgnlGrpInfAndSts/OrgnlMsgId" -> original = text;
                case "OrgnlGrpInfAndSts/GrpSts" -> groupStatus = text;
                case "OrgnlGrpInfAndSts" -> group = reason();
                case "OrgnlPmtInfAndSts/OrgnlPmtInfId" -> partId = text;
                case "OrgnlPmtInfAndSts/PmtInfSts" -> partStatus = text;
                case "OrgnlPmtInfAndSts/StsRsnInf" -> part = reason();
                case "OrgnlPmtInfAndSts" -> partEnded();
                case "OrgnlPmtInfAndSts/TxInfAndSts/OrgnlEndToEndId" -> endToEndId = text;
                case "OrgnlPmtInfAndSts/TxInfAndSts/TxSts" -> status = text;
                case "OrgnlPmtInfAndSts/TxInfAndSts/OrgnlTxRef/Amt/InstdAmt" -> amount = text;
                case "OrgnlPmtInfAndSts/TxInfAndSts" -> transactionEnded();
                default -> {
                    if (within.endsWith("StsRsnInf/Rsn/Cd") || within.endsWith("StsRsnInf/Rsn/Prtry")) code = text;
                    if (within.endsWith("StsRsnInf/AddtlInf")) words = words.isEmpty() ? text : words + " " + text;
                }
            }
        }

        private Reason reason() {
            var reason = new Reason(code, words);
            code = "";
            words = "";
            return reason;
        }

        private void transactionEnded() {
            var own = reason();
            statuses.add(new Status(endToEndId, status.isEmpty() ? partStatus : status, own.equals(Reason.NONE) ? part : own, amount));
            endToEndId = "";
            status = "";
            amount = "";
        }

        private void partEnded() {
            if (!partStatus.isEmpty()) parts.add(new Part(partId, partStatus, part));
            partId = "";
            partStatus = "";
            part = Reason.NONE;
            reason();
        }
    }
}
