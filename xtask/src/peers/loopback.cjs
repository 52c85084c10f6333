// Preloaded into servers that would listen on every interface: they listen on 127.0.0.1 only.
const { Server } = require("node:net");

const listen = Server.prototype.listen;

Server.prototype.listen = function (port, ...rest) {
  const bare = Number.isInteger(Number(port)) && typeof rest[0] !== "string";
  return bare ? listen.call(this, port, "127.0.0.1", ...rest) : listen.call(this, port, ...rest);
};
