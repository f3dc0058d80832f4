package org.yol.programs.search;

import static org.yol.programs.search.ListingAnalysis.ENGLISH;
import static org.yol.programs.search.ListingAnalysis.JAPANESE;
import static org.yol.programs.search.ListingAnalysis.PAIRS;
import static org.yol.programs.search.ListingAnalysis.RUSSIAN;
import static org.yol.programs.search.ListingAnalysis.TEXT;
import static org.yol.programs.search.ListingAnalysis.TITLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.yol.programs.search.ListingAnalysis.Token;

/**
 * What people typed, as questions to the index, the strictest first: every word occurs; every word or one with a
 * mistake less; with two mistakes less; one of them. A word that says nothing, such as "for", need not occur; the last
 * one may be only begun.
 *
 * <p>A word counts as much as the best place it is found in, whatever the others in the index are: the same programme
 * fits the same words as well at every replica, and a page ends at the same place in all of them.
 */
final class TextQuery {

    /** Whoever types more has said enough. */
    private static final int WORDS_AT_MOST = 10;

    private static final int LETTERS_FOR_ONE_MISTAKE = 4;
    private static final int LETTERS_FOR_TWO_MISTAKES = 8;
    private static final int LETTERS_FOR_NONE = 30;

    /**
     * Of a word of the Turkic languages, for which there are no stemmers, half may be endings; not less is looked for.
     */
    private static final int LETTERS_OF_A_STEM = 5;

    /** Nobody gets the first letter wrong, and the index need not be walked through for it. */
    private static final int SURE_LETTERS = 1;

    /** How much a word counts in a title and elsewhere. */
    private record Weight(float inTitle, float inText) {

        static final Weight SPELT = new Weight(8, 2);
        static final Weight STEM = new Weight(6, 1.5f);
        static final Weight BEGUN = new Weight(5, 1);
        static final Weight ONE_MISTAKE = new Weight(0.8f, 0.4f);
        static final Weight TWO_MISTAKES = new Weight(0.4f, 0.2f);
        static final Weight OTHER_ENDING = new Weight(0.4f, 0.2f);
        static final Weight LETTERS = new Weight(1, 0.5f);
    }

    /** How far a word may be from one that is found for it. */
    private enum Leniency {
        ONE_MISTAKE,
        TWO_MISTAKES,
        OTHER_ENDING
    }

    /**
     * A word, or several of Japanese that stand together.
     *
     * @param tolerant takes longer to make, and is often not needed
     * @param filler whether it need not occur
     */
    private record Part(Query strict, Function<Leniency, Query> tolerant, boolean filler) {}

    private final List<Part> parts = new ArrayList<>();
    private int words;

    private TextQuery() {}

    /**
     * The questions for some text, the strictest first; none when there is no word in it.
     *
     * @param text of up to some hundred letters of any kind
     */
    static Stream<Query> of(String text) {
        TextQuery read = new TextQuery();
        read.read(ListingAnalysis.composed(text));
        return read.questions();
    }

    private Stream<Query> questions() {
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        boolean onlyFillers = parts.stream().allMatch(Part::filler);
        List<Part> telling =
                parts.stream().filter(part -> onlyFillers || !part.filler()).toList();
        return Stream.<Supplier<Query>>of(
                        () -> together(telling, Part::strict, Occur.MUST),
                        () -> together(telling, tolerant(Leniency.ONE_MISTAKE), Occur.MUST),
                        () -> together(telling, tolerant(Leniency.TWO_MISTAKES), Occur.MUST),
                        () -> together(telling, tolerant(Leniency.OTHER_ENDING), Occur.MUST),
                        () -> together(telling, tolerant(Leniency.OTHER_ENDING), Occur.SHOULD))
                .map(Supplier::get);
    }

    private static Function<Part, Query> tolerant(Leniency leniency) {
        return part -> part.tolerant().apply(leniency);
    }

    private void read(String text) {
        Matcher japanese = ListingAnalysis.JAPANESE_LETTERS.matcher(text);
        int from = 0;
        while (japanese.find()) {
            readWords(text.substring(from, japanese.start()), false);
            readJapanese(japanese.group(), japanese.end() == text.length());
            from = japanese.end();
        }
        readWords(text.substring(from), true);
    }

    private void readWords(String text, boolean isEnd) {
        List<Token> spelt = ListingAnalysis.spelt(text);
        Map<Integer, String> english = byPlace(ListingAnalysis.englishStems(text));
        Map<Integer, String> russian = byPlace(ListingAnalysis.russianStems(text));
        boolean isBegun = isEnd && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
        for (int number = 0; number < spelt.size() && words < WORDS_AT_MOST; number++) {
            Token token = spelt.get(number);
            String word = token.word();
            boolean isLast = isBegun && number == spelt.size() - 1;
            List<Query> places = new ArrayList<>();
            addTerm(places, "", word, Weight.SPELT);
            addTerm(places, ENGLISH, english.getOrDefault(token.start(), word), Weight.STEM);
            addTerm(places, RUSSIAN, russian.getOrDefault(token.start(), word), Weight.STEM);
            if (isLast) {
                begun("", word, Weight.BEGUN).forEach(places::add);
            }
            parts.add(new Part(
                    best(places),
                    leniency -> best(Stream.concat(places.stream(), almost(word, leniency))
                            .toList()),
                    !isLast && ListingAnalysis.isFiller(word)));
            words++;
        }
    }

    /** All of its words, or just these letters in a row. */
    private void readJapanese(String run, boolean isEnd) {
        List<Token> tokens = ListingAnalysis.japaneseWords(run);
        List<Query> each = new ArrayList<>();
        for (int number = 0; number < tokens.size() && words < WORDS_AT_MOST; number++) {
            String word = tokens.get(number).word();
            List<Query> places = new ArrayList<>();
            addTerm(places, JAPANESE, word, Weight.SPELT);
            if (isEnd && number == tokens.size() - 1) {
                begun(JAPANESE, word, Weight.BEGUN).forEach(places::add);
            }
            each.add(best(places));
            words++;
        }
        List<Query> ways = new ArrayList<>();
        List<Query> looseWays = new ArrayList<>();
        if (!each.isEmpty()) {
            ways.add(together(each, Function.identity(), Occur.MUST));
            looseWays.add(together(each, Function.identity(), Occur.SHOULD));
        }
        List<Token> pairs = ListingAnalysis.letterPairs(run);
        if (!pairs.isEmpty()) {
            ways.add(inARow(TITLE, pairs, Weight.LETTERS.inTitle()));
            ways.add(inARow(TEXT, pairs, Weight.LETTERS.inText()));
        }
        if (!ways.isEmpty()) {
            looseWays.addAll(ways);
            parts.add(new Part(best(ways), _ -> best(looseWays), false));
        }
    }

    private static Map<Integer, String> byPlace(List<Token> tokens) {
        return tokens.stream().collect(Collectors.toMap(Token::start, Token::word, (first, _) -> first));
    }

    private static void addTerm(List<Query> places, String form, String word, Weight weight) {
        places.add(weighing(new TermQuery(new Term(TITLE + form, word)), weight.inTitle()));
        places.add(weighing(new TermQuery(new Term(TEXT + form, word)), weight.inText()));
    }

    private static Stream<Query> begun(String form, String beginning, Weight weight) {
        return Stream.of(
                weighing(new PrefixQuery(new Term(TITLE + form, beginning)), weight.inTitle()),
                weighing(new PrefixQuery(new Term(TEXT + form, beginning)), weight.inText()));
    }

    /** Where a word is that is almost this one, as far as one of its length may be another. */
    private static Stream<Query> almost(String word, Leniency leniency) {
        int letters = word.codePointCount(0, word.length());
        if (letters < LETTERS_FOR_ONE_MISTAKE || letters > LETTERS_FOR_NONE) {
            return Stream.empty();
        }
        Stream<Query> almost = mistaken(word, 1, Weight.ONE_MISTAKE);
        if (leniency != Leniency.ONE_MISTAKE && letters >= LETTERS_FOR_TWO_MISTAKES) {
            almost = Stream.concat(almost, mistaken(word, 2, Weight.TWO_MISTAKES));
        }
        int stem = Math.max(LETTERS_OF_A_STEM, letters / 2);
        return leniency == Leniency.OTHER_ENDING && stem < letters
                ? Stream.concat(
                        almost, begun("", word.substring(0, word.offsetByCodePoints(0, stem)), Weight.OTHER_ENDING))
                : almost;
    }

    /**
     * One automaton for all segments of both fields, where a {@code FuzzyQuery} makes one for each. It is rewritten
     * into a set of documents and not into clauses, of which a question may have 1,024 in all.
     */
    private static Stream<Query> mistaken(String word, int mistakes, Weight weight) {
        int sure = word.offsetByCodePoints(0, SURE_LETTERS);
        Automaton almost =
                new LevenshteinAutomata(word.substring(sure), true).toAutomaton(mistakes, word.substring(0, sure));
        return Stream.of(
                weighing(new AutomatonQuery(new Term(TITLE, word), almost), weight.inTitle()),
                weighing(new AutomatonQuery(new Term(TEXT, word), almost), weight.inText()));
    }

    private static Query inARow(String field, List<Token> pairs, float weight) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        pairs.forEach(pair -> phrase.add(new Term(field + PAIRS, pair.word())));
        return weighing(phrase.build(), weight);
    }

    private static Query weighing(Query query, float weight) {
        return new BoostQuery(query, weight);
    }

    private static Query best(List<Query> ways) {
        return new DisjunctionMaxQuery(List.copyOf(ways), 0);
    }

    private static <P> Query together(List<P> parts, Function<P, Query> question, Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(question.apply(part), occur));
        return all.build();
    }
}
