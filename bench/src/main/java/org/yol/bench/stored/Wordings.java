package org.yol.bench.stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Made-up texts in the languages of the platform: words of the trade in no sensible order, so that each of them stands
 * in some hundred of ten thousand programmes.
 */
final class Wordings {

    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("en", words("""
                scholarship research exchange training energy water climate health transport digital public security
                rivers glaciers agriculture engineers teachers officials students young leaders cities railways bridges
                medicine nursing languages economics law policy software robotics materials chemistry physics biology
                forestry tourism heritage museums media statistics mathematics earthquakes resilience hydrogen solar
                irrigation logistics finance management entrepreneurship innovation cooperation dialogue summer winter
                advanced regional national international community women rural mountain desert steppe island harbour
                """));
        WORDS.put("ja", words("""
                奨学金 研究 交換留学 研修 エネルギー 水資源 気候 保健 交通 デジタル 行政 安全 河川 氷河 農業 技術者 教員 公務員 学生 若手
                指導者 都市 鉄道 橋梁 医学 看護 言語 経済 法律 政策 情報 ロボット 材料 化学 物理 生物 林業 観光 文化遺産 博物館 統計 数学
                """));
        WORDS.put("ru", words("""
                стипендия исследования обмен обучение энергетика вода климат здоровье транспорт цифровой управление
                безопасность реки ледники сельское инженеры учителя служащие студенты молодые лидеры города железные мосты
                медицина языки экономика право политика программирование материалы химия физика биология туризм наследие
                """));
        WORDS.put("kk", words("""
                шәкіртақы зерттеу алмасу оқыту энергетика су климат денсаулық көлік цифрлық басқару қауіпсіздік өзендер
                мұздықтар ауыл инженерлер мұғалімдер студенттер жастар қалалар ғылым тілдер экономика құқық Қазақстан
                """));
        WORDS.put("ky", words("""
                стипендия изилдөө алмашуу окутуу энергетика суу климат саламаттык транспорт башкаруу коопсуздук дарыялар
                мөңгүлөр айыл инженерлер мугалимдер студенттер жаштар шаарлар илим тилдер экономика укук Кыргызстан
                """));
        WORDS.put("tg", words("""
                стипендия таҳқиқот мубодила омӯзиш энергетика об иқлим тандурустӣ нақлиёт рақамӣ идоракунӣ амният дарёҳо
                пиряхҳо кишоварзӣ муҳандисон омӯзгорон донишҷӯён ҷавонон шаҳрҳо илм забонҳо иқтисод ҳуқуқ Тоҷикистон
                """));
        WORDS.put("tk", words("""
                haky barlag alyş okuw energetika suw howa saglyk ulag sanly dolandyryş howpsuzlyk derýalar buzluklar
                hojalyk inženerler mugallymlar talyplar ýaşlar şäherler ylym diller ykdysadyýet hukuk Türkmenistan
                """));
        WORDS.put("uz", words("""
                stipendiya tadqiqot almashinuv oʻqitish energetika suv iqlim sogʻliq transport raqamli boshqaruv xavfsizlik
                daryolar muzliklar qishloq muhandislar oʻqituvchilar talabalar yoshlar shaharlar ilm tillar iqtisod Oʻzbekiston
                """));
    }

    private final Random random;

    Wordings(Random random) {
        this.random = random;
    }

    static List<String> languages() {
        return List.copyOf(WORDS.keySet());
    }

    /** Some words of a language. */
    String some(String language, int count) {
        String between = language.equals("ja") ? "" : " ";
        return IntStream.range(0, count).mapToObj(_ -> any(WORDS.get(language))).collect(Collectors.joining(between));
    }

    /** In English and two more languages. */
    Map<String, String> inSome(int count) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", some("en", count));
        for (int more = 0; more < 2; more++) {
            String language = any(languages());
            texts.putIfAbsent(language, some(language, count));
        }
        return texts;
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
