// Shows the OpenAPI document: routes by tag, each with its permission, parameters, body and answers.

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const follow = (spec, schema) => (schema?.$ref ? schema.$ref.slice(2).split("/").reduce((at, key) => at?.[key], spec) : schema);

const shape = (spec, schema, depth = 0) => {
  const found = follow(spec, schema);
  if (!found) return "any";
  if (found.properties && depth < 4) {
    return Object.fromEntries(Object.entries(found.properties).map(([key, value]) => [key, shape(spec, value, depth + 1)]));
  }
  if (found.type === "array") return [shape(spec, found.items, depth + 1)];
  const kind = [found.type].flat().join(" or ");
  return found.format ? `${kind} (${found.format})` : kind || "any";
};

const operation = (spec, path, method, one) => {
  const details = element("details");
  const summary = element("summary");
  summary.append(element("span", method, "method"), element("code", path), element("span", one.summary ?? "", "what"));
  const body = element("section");
  if (one.description) body.append(element("p", one.description));
  const needs = one.security?.flatMap((security) => Object.values(security).flat()) ?? [];
  body.append(element("p", needs.length ? `Needs ${needs.join(", ")}` : "Open to everybody"));
  for (const parameter of one.parameters ?? []) {
    body.append(element("p", `${parameter.name} (${parameter.in}): ${parameter.description ?? ""}`));
  }
  const content = one.requestBody?.content ?? {};
  for (const [type, { schema }] of Object.entries(content)) {
    body.append(element("p", `Body, ${type}`), element("pre", JSON.stringify(shape(spec, schema), null, 2)));
  }
  for (const [status, answer] of Object.entries(one.responses ?? {})) {
    const schema = Object.values(answer.content ?? {})[0]?.schema;
    body.append(element("p", `${status} ${answer.description ?? ""}`));
    if (schema && status < 400) body.append(element("pre", JSON.stringify(shape(spec, schema), null, 2)));
  }
  details.append(summary, body);
  return details;
};

const show = (spec) => {
  document.getElementById("about").textContent = spec.info.description;
  const tags = new Map();
  for (const [path, methods] of Object.entries(spec.paths)) {
    for (const [method, one] of Object.entries(methods)) {
      const tag = one.tags?.[0] ?? "other";
      tags.set(tag, [...(tags.get(tag) ?? []), operation(spec, path, method, one)]);
    }
  }
  for (const [tag, all] of tags) document.getElementById("routes").append(element("h2", tag), ...all);
};

fetch("/api/v1/openapi.json")
  .then((answer) => answer.json())
  .then(show)
  .catch(() => {
    document.getElementById("about").textContent = "The document cannot be read at the moment. Reload the page to try again.";
  });
