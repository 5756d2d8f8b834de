// Stands in for `@vscode/spdlog`, whose native half is not compiled: the same interface over plain appending.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

class Logger {
  constructor(file) {
    this.file = file;
    this.decorated = true;
    this.level = 2;
    for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
      this[name] = (message) => level >= this.level && this.write(name === 'warn' ? 'warning' : name, message);
    }
  }

  write(level, message) {
    const head = this.decorated ? `${new Date().toISOString().replace('T', ' ').replace('Z', '')} [${level}] ` : '';
    appendFileSync(this.file, `${head}${message}${this.decorated ? '\n' : ''}`);
  }

  clearFormatters() {
    this.decorated = false;
  }

  setLevel(level) {
    this.level = level;
  }

  getLevel() {
    return this.level;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

async function create(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

// One by one, since ES modules import these names.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
