package org.yol.platform.note;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.operate.Retelling;

/** The service under test. */
@SpringBootApplication
public class NoteApplication {

    @Bean
    AggregateCollection<Note> notes(AggregateCollections collections) {
        return collections.open("notes", Note.class, List.of(new IndexModel(Indexes.ascending("rank", "_id"))));
    }

    /** Says that it told seven, whatever there is. */
    @Bean
    Retelling notesAgain() {
        return new Retelling() {
            @Override
            public String collection() {
                return "notes";
            }

            @Override
            public long retell() {
                return 7;
            }
        };
    }
}
