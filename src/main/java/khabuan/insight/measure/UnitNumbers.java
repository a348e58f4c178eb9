package khabuan.insight.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Numbers the units as they are met, from 0 on and for as long as the programme runs, so that figures by unit can lie in arrays. */
@Component
class UnitNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();

    synchronized int of(String code) {
        var number = numbers.get(code);
        if (number == null) {
            numbers.put(code, number = codes.size());
            codes.add(code);
        }
        return number;
    }

    /** The codes by number. */
    synchronized List<String> codes() {
        return List.copyOf(codes);
    }
}
