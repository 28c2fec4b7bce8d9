package coop.pools.bylaws.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.bylaws.domain.AgreementFacts;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON in the columns {@code facts} and {@code rules}. */
final class BylawsJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BylawsJson() {}

    static String write(AgreementFacts facts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", facts.name());
        fields.put("purpose", facts.purpose());
        fields.put("currency", facts.currency().getCurrencyCode());
        fields.put("custodian", facts.custodian());
        fields.put("founded", facts.founded().toString());
        return write(fields);
    }

    static AgreementFacts readFacts(String json) {
        Map<String, Object> fields = read(json);
        return new AgreementFacts(
                (String) fields.get("name"),
                (String) fields.get("purpose"),
                Currency.getInstance((String) fields.get("currency")),
                (String) fields.get("custodian"),
                LocalDate.parse((String) fields.get("founded")));
    }

    static String write(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which they were written. */
    static Map<String, Object> readRules(String json) {
        return Collections.unmodifiableMap(read(json));
    }

    private static Map<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
