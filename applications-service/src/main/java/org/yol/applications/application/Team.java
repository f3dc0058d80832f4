package org.yol.applications.application;

import java.util.List;

/**
 * Who applies together. Public because the record codec can read no other.
 *
 * @param members the applicant among them
 */
public record Team(List<TeamMember> members) {

    public Team {
        members = members == null ? List.of() : List.copyOf(members);
    }
}
