package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final ObjectMapper JSON = StrictJson.mapper();

    record Sent(Boolean wanted, Integer count, Long amount, Double share, Plain plain) {}

    record Plain(boolean silent, int number) {}

    @Test
    void whatIsMeantIsRead() throws JsonProcessingException {
        Sent sent = JSON.readValue(
                "{\"wanted\":true,\"count\":3,\"amount\":4,\"share\":0.5,\"plain\":{\"silent\":false,\"number\":1}}",
                Sent.class);
        assertThat(sent).isEqualTo(new Sent(true, 3, 4L, 0.5, new Plain(false, 1)));
        assertThat(JSON.readValue("{\"wanted\":null}", Sent.class).wanted()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"wanted\":1}",
                "{\"wanted\":0}",
                "{\"wanted\":-3}",
                "{\"wanted\":1.0}",
                "{\"wanted\":\"\"}",
                "{\"wanted\":\"  \"}",
                "{\"wanted\":\"true\"}",
                "{\"wanted\":\"null\"}",
                "{\"wanted\":[]}",
                "{\"wanted\":[true]}",
                "{\"plain\":{\"silent\":1,\"number\":1}}",
                "{\"plain\":{\"silent\":\"\",\"number\":1}}",
                "{\"plain\":{\"silent\":\" \",\"number\":1}}",
                "{\"plain\":\"\"}",
                "{\"count\":\"\"}",
                "{\"count\":\" \"}",
                "{\"count\":\"3\"}",
                "{\"count\":1.5}",
                "{\"count\":true}",
                "{\"amount\":\"\"}",
                "{\"amount\":\"\\t\"}",
                "{\"share\":\"\"}",
                "{\"plain\":{\"silent\":true,\"number\":\"\"}}"
            })
    void whatIsOnlySomethingLikeItIsRefused(String sent) {
        assertThatThrownBy(() -> JSON.readValue(sent, Sent.class)).isInstanceOf(JsonProcessingException.class);
    }
}
