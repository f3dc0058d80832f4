package org.yol.programs.provider;

/**
 * A provider has been written. Published inside the service, before the request is answered, so that what is due
 * because of it can be done at once.
 */
public record ProviderChanged(String providerId) {}
