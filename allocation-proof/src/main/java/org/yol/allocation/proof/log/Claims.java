package org.yol.allocation.proof.log;

import java.util.List;
import java.util.Optional;

/**
 * What the files of a selection say and the log has to confirm.
 *
 * @param call its id
 * @param selection its id, where it is known
 * @param input SHA-256 of the input's bytes, lower-case hex
 * @param result likewise
 * @param seed of the lottery, lower-case hex
 * @param numbers of all applicants in the input
 */
public record Claims(
        String call, Optional<String> selection, String input, String result, String seed, List<String> numbers) {}
