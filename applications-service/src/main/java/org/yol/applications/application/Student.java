package org.yol.applications.application;

/**
 * Who applies.
 *
 * @param id the account
 * @param name as the identity provider knows them
 * @param country ISO 3166-1 alpha-2 of the citizenship the account states
 */
public record Student(String id, String name, String country) {}
