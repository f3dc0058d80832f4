const services = await (await fetch("/docs/services")).json();

const csrfToken = () =>
  document.cookie
    .split("; ")
    .find((cookie) => cookie.startsWith("XSRF-TOKEN="))
    ?.slice("XSRF-TOKEN=".length);

// Sets the CSRF cookie, so that a signed-in person can try requests that change something.
await fetch("/session");

SwaggerUIBundle({
  urls: services,
  dom_id: "#documentation",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  requestInterceptor: (request) => {
    const token = csrfToken();
    if (token && new URL(request.url, location.href).origin === location.origin) {
      request.headers["X-XSRF-TOKEN"] = token;
    }
    return request;
  },
});
