// Run once by MongoDB's image, when the data folder is new.
for (const name of ['programs', 'applications', 'notifications']) {
  db.getSiblingDB(name).createUser({
    user: name,
    pwd: process.env[`${name.toUpperCase()}_PASSWORD`],
    roles: [{ role: 'readWrite', db: name }],
  });
}
