package org.yol.programs.search;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text is taken apart, the same when it is kept and when it is asked for. Every text is in the field {@link #TITLE}
 * or {@link #TEXT} as it is spelt, without regard to case, width, accents, apostrophes and the letters that a keyboard
 * lacks. What is English or Russian is in a second field by its stems; what is Japanese by its words, and once more by
 * every two letters, since where a word of Japanese ends is a matter of opinion. Kazakh, Kyrgyz, Tajik, Turkmen and
 * Uzbek have no stemmer here: the beginning of a word finds its endings.
 *
 * <p>Analyzers keep what they need for each thread. A virtual thread's goes with it.
 */
final class ListingAnalysis {

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String ENGLISH = ".en";
    static final String RUSSIAN = ".ru";
    static final String JAPANESE = ".ja";
    static final String PAIRS = ".pairs";

    /** What is longer is no word, and some would be longer than the index can hold. */
    static final int LONGEST_WORD = 100;

    /** A run of Japanese letters, in text that is {@link #composed}. */
    static final Pattern JAPANESE_LETTERS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u30fc\\u3005-\\u3007]+");

    private static final Normalizer2 COMPOSED = Normalizer2.getNFKCInstance();

    /** Between two texts of a field, so that no phrase goes from one into the next. */
    private static final int BETWEEN_TEXTS = 100;

    /** Whoever has no key for one of them types the other, and apostrophes are typed in every way or not at all. */
    private static final NormalizeCharMap LETTERS = letters(
            Map.ofEntries(
                    Map.entry("ё", "е"),
                    Map.entry("ә", "а"),
                    Map.entry("ө", "о"),
                    Map.entry("ү", "у"),
                    Map.entry("ұ", "у"),
                    Map.entry("і", "и"),
                    Map.entry("һ", "х"),
                    Map.entry("ҳ", "х"),
                    Map.entry("ҷ", "ч")),
            "'`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋꞋꞌ＇｀");

    private static final Analyzer SPELT = new Words(UnaryOperator.identity());
    private static final Analyzer ENGLISH_STEMS = new Words(PorterStemFilter::new);
    private static final Analyzer RUSSIAN_STEMS = new Words(RussianLightStemFilter::new);
    private static final Analyzer JAPANESE_WORDS = new JapaneseAnalyzer();
    private static final Analyzer LETTER_PAIRS = new Pairs();

    private ListingAnalysis() {}

    /** For the index. */
    static Analyzer byField() {
        return new PerFieldAnalyzerWrapper(
                SPELT,
                Map.of(
                        TITLE + ENGLISH, ENGLISH_STEMS,
                        TEXT + ENGLISH, ENGLISH_STEMS,
                        TITLE + RUSSIAN, RUSSIAN_STEMS,
                        TEXT + RUSSIAN, RUSSIAN_STEMS,
                        TITLE + JAPANESE, JAPANESE_WORDS,
                        TEXT + JAPANESE, JAPANESE_WORDS,
                        TITLE + PAIRS, LETTER_PAIRS,
                        TEXT + PAIRS, LETTER_PAIRS));
    }

    /** Letters of any width and however they were put together, as one. */
    static String composed(String text) {
        // Else it would become a space with an accent on it, and part the word.
        return COMPOSED.normalize(text.replace('´', '\''));
    }

    /**
     * A word of some text.
     *
     * @param start where it begins there
     */
    record Token(int start, String word) {}

    static List<Token> spelt(String text) {
        return tokens(SPELT, text);
    }

    static List<Token> englishStems(String text) {
        return tokens(ENGLISH_STEMS, text);
    }

    static List<Token> russianStems(String text) {
        return tokens(RUSSIAN_STEMS, text);
    }

    static List<Token> japaneseWords(String text) {
        return tokens(JAPANESE_WORDS, text);
    }

    static List<Token> letterPairs(String text) {
        return tokens(LETTER_PAIRS, text);
    }

    /** Whether a word says nothing about what is looked for. */
    static boolean isFiller(String word) {
        return EnglishAnalyzer.getDefaultStopSet().contains(word)
                || RussianAnalyzer.getDefaultStopSet().contains(word);
    }

    private static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(place.startOffset(), word.toString()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private static NormalizeCharMap letters(Map<String, String> replaced, String dropped) {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        replaced.forEach((letter, other) -> {
            map.add(letter, other);
            map.add(letter.toUpperCase(Locale.ROOT), other);
        });
        dropped.chars().forEach(letter -> map.add(Character.toString(letter), ""));
        return map.build();
    }

    /** Words of all scripts, each as it is or by its stem. */
    private static final class Words extends Analyzer {

        private final UnaryOperator<TokenStream> stemming;

        Words(UnaryOperator<TokenStream> stemming) {
            this.stemming = stemming;
        }

        /** Stems are found before accents go: Russian й is no accent to a stemmer. */
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new ICUTokenizer();
            TokenStream stems = stemming.apply(new ICUNormalizer2Filter(words));
            return new TokenStreamComponents(words, new LengthFilter(new ICUFoldingFilter(stems), 1, LONGEST_WORD));
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new MappingCharFilter(LETTERS, text);
        }
    }

    /** Every two letters that stand together in Chinese, Japanese and Korean text. */
    private static final class Pairs extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer letters = new StandardTokenizer();
            return new TokenStreamComponents(letters, new CJKBigramFilter(letters));
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new ICUNormalizer2CharFilter(text);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return BETWEEN_TEXTS;
        }
    }
}
