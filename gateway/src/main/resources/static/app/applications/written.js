/** What the student is writing: the correction, where one is begun, in the place of what is handed in. */
export function written(application) {
  return application.correction ? { ...application, ...application.correction } : application;
}
