package org.yol.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class IndexRuleTests {

    private static final String NEWEST_OF_A_CALL = "{call: 1, at: -1, _id: -1}";

    @Test
    void equalityThenOrderThenBoundsAreServed() {
        assertThat(isServed("{call: 'c'}", "{at: -1, _id: -1}", NEWEST_OF_A_CALL))
                .isTrue();
        assertThat(isServed("{call: 'c'}", "{}", NEWEST_OF_A_CALL)).isTrue();
        assertThat(isServed("{call: 'c', at: {$lte: 5}}", "{at: -1, _id: -1}", NEWEST_OF_A_CALL))
                .isTrue();
        assertThat(isServed("{state: 's', call: 'c'}", "{at: -1}", "{call: 1, state: 1, at: -1}"))
                .as("in whatever order what is equal comes")
                .isTrue();
    }

    @Test
    void anIndexIsReadBackwardsButNotBothWaysAtOnce() {
        assertThat(isServed("{call: 'c'}", "{at: 1, _id: 1}", NEWEST_OF_A_CALL)).isTrue();
        assertThat(isServed("{call: 'c'}", "{at: 1, _id: -1}", NEWEST_OF_A_CALL))
                .isFalse();
    }

    @Test
    void whatIsSortedAfterItIsFoundIsNotServed() {
        assertThat(isServed("{call: 'c'}", "{name: 1}", NEWEST_OF_A_CALL)).isFalse();
        assertThat(isServed("{call: 'c'}", "{at: -1, name: 1}", NEWEST_OF_A_CALL))
                .isFalse();
        assertThat(isServed("{at: {$lt: 5}}", "{name: 1}", "{at: 1, name: 1}"))
                .as("bounds before the order")
                .isFalse();
    }

    @Test
    void whatIsReadOnlyToBePassedOverIsNotServed() {
        assertThat(isServed("{call: 'c', state: 's'}", "{at: -1}", NEWEST_OF_A_CALL))
                .isFalse();
        assertThat(isServed("{state: 's'}", "{}", NEWEST_OF_A_CALL)).isFalse();
        assertThat(isServed("{call: 'c', score: {$gt: 1}}", "{}", NEWEST_OF_A_CALL))
                .isFalse();
        assertThat(isServed("{}", "{}", NEWEST_OF_A_CALL)).isFalse();
        assertThat(isServed("{at: {$lt: 5}}", "{}", NEWEST_OF_A_CALL)).isFalse();
    }

    @Test
    void exclusionsNeedNoIndexButLeadToNoneEither() {
        assertThat(isServed(
                        "{call: 'c', student: {$ne: 'me'}, receipt: {$exists: true}}", "{at: -1}", NEWEST_OF_A_CALL))
                .isTrue();
        assertThat(isServed("{student: {$ne: 'me'}}", "{}", "{student: 1}")).isFalse();
    }

    @Test
    void severalValuesAreAsGoodAsOneWhereNothingIsSorted() {
        assertThat(isServed("{call: {$in: ['c', 'd']}}", "{}", NEWEST_OF_A_CALL))
                .isTrue();
        assertThat(isServed("{call: {$in: ['c', 'd']}}", "{at: -1}", NEWEST_OF_A_CALL))
                .isFalse();
        assertThat(isServed("{call: {$in: ['c']}}", "{at: -1}", NEWEST_OF_A_CALL))
                .isTrue();
    }

    @Test
    void eachAlternativeNeedsAnIndex() {
        String page = "{$and: [{call: 'c'}, {at: {$lte: 5}}, {$or: [{at: {$lt: 5}}, {at: 5, _id: {$lt: 'x'}}]}]}";

        assertThat(isServed(page, "{at: -1, _id: -1}", NEWEST_OF_A_CALL)).isTrue();
        assertThat(isServed(page, "{at: -1, _id: -1}", "{call: 1, at: -1}")).isFalse();
        assertThat(isServed("{$or: [{call: 'c'}, {host: 'h'}]}", "{}", "{call: 1}"))
                .isFalse();
        assertThat(isServed("{$or: [{call: 'c'}, {host: 'h'}]}", "{}", "{call: 1}", "{host: 1}"))
                .isTrue();
    }

    @Test
    void theBeginningOfATextHasBoundsAndItsMiddleHasNone() {
        assertThat(isServed("{name: {$regex: '^aig'}}", "{}", "{name: 1}")).isTrue();
        assertThat(isServed("{name: {$regex: 'aig'}}", "{}", "{name: 1}")).isFalse();
        assertThat(isServed("{name: {$regex: '^aig', $options: 'i'}}", "{}", "{name: 1}"))
                .isFalse();
        assertThat(isServed("{list: {$elemMatch: {a: 1}}}", "{}", "{list: 1}")).isFalse();
    }

    @Test
    void whatHasAnIdNeedsNothingElse() {
        assertThat(isServed("{_id: 'x', version: 3, score: {$gt: 1}}", "{at: 1}"))
                .isTrue();
        assertThat(isServed("{_id: {$in: ['x', 'y']}, state: 's'}", "{}")).isTrue();
        assertThat(isServed("{}", "{_id: 1}")).isTrue();
    }

    @Test
    void whatIsExcusedIsNotAskedFor() {
        BsonDocument filter = BsonDocument.parse("{call: 'c', state: 's', name: {$regex: 'aig'}}");
        List<BsonDocument> indexes = List.of(BsonDocument.parse(NEWEST_OF_A_CALL));

        assertThat(new IndexRule(Set.of("state", "name")).complaint(filter, new BsonDocument(), indexes))
                .isEmpty();
        assertThat(new IndexRule(Set.of("state")).complaint(filter, new BsonDocument(), indexes))
                .contains("no index narrows [name]");
        assertThat(new IndexRule(Set.of("state", "name", "call")).complaint(filter, new BsonDocument(), indexes))
                .isEmpty();
    }

    @Test
    void whatIsExcusedBesideAnotherFieldIsAskedForWithoutIt() {
        IndexRule rule = new IndexRule(Set.of("state@call", "*@word"));
        List<BsonDocument> indexes = List.of(BsonDocument.parse(NEWEST_OF_A_CALL), BsonDocument.parse("{word: 1}"));
        BsonDocument newest = BsonDocument.parse("{at: -1, _id: -1}");

        assertThat(rule.complaint(BsonDocument.parse("{call: 'c', state: 's'}"), newest, indexes))
                .isEmpty();
        assertThat(rule.complaint(BsonDocument.parse("{state: 's'}"), newest, indexes))
                .isNotEmpty();
        assertThat(rule.complaint(BsonDocument.parse("{host: 'h', word: {$regex: '^w'}}"), newest, indexes))
                .isEmpty();
        assertThat(rule.complaint(
                        BsonDocument.parse("{host: 'h', word: {$regex: '^w'}}"), newest, indexes.subList(0, 1)))
                .isNotEmpty();
    }

    private static boolean isServed(String filter, String sort, String... indexes) {
        return new IndexRule(Set.of())
                .complaint(
                        BsonDocument.parse(filter),
                        BsonDocument.parse(sort),
                        Arrays.stream(indexes).map(BsonDocument::parse).toList())
                .isEmpty();
    }
}
