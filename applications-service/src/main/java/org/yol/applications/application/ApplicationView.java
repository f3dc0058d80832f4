package org.yol.applications.application;

/** An application as one kind of reader sees it. */
public interface ApplicationView {}
