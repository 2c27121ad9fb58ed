mod payloads;
mod properties;
mod signatures;
