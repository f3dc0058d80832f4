package org.yol.applications.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yol.applications.application.Applications;
import org.yol.applications.person.Archive;
import org.yol.applications.person.Person;
import org.yol.applications.person.PersonKeys;
import org.yol.applications.person.PersonalData;
import org.yol.platform.problem.Refused;

/** Files as what is held of a person. */
@Component
@Order(20)
class FilesOfPerson implements PersonalData {

    private final Files files;
    private final Applications applications;
    private final PersonKeys keys;

    FilesOfPerson(Files files, Applications applications, PersonKeys keys) {
        this.files = files;
        this.applications = applications;
        this.keys = keys;
    }

    /**
     * Those that the person has attached, also what was handed in before; not what referees have given for them, which
     * is kept beside these. One that is not whole, or has a virus in it, is left out.
     */
    @Override
    public void write(Person person, Archive archive) throws IOException {
        Map<String, String> names = names(person);
        for (String id : person.ids()) {
            for (StoredFile file : files.stores().of(id).of(id)) {
                String name = names.get(file.sha256());
                if (name != null) {
                    write(file, "files/" + FileName.of(name).fitting(file.type()), archive);
                }
            }
        }
    }

    private void write(StoredFile file, String name, Archive archive) throws IOException {
        InputStream opened;
        try {
            opened = files.open(file);
        } catch (Refused _) {
            // Before it was begun in the archive, which is whole.
            return;
        }
        try (opened) {
            archive.file(name, opened);
        }
    }

    private Map<String, String> names(Person person) {
        Map<String, String> names = new HashMap<>();
        person.applications()
                .forEach(id -> applications.find(id).orElseThrow().fileNames().forEach(names::putIfAbsent));
        return names;
    }

    /** The key first: from then on nobody reads them, whatever else is still there. */
    @Override
    public void erase(Person person) {
        List<String> owners = person.ids();
        owners.forEach(keys::destroy);
        owners.forEach(owner -> files.stores().of(owner).eraseAll(owner));
    }
}
