// Stands in for `@vscode/native-watchdog`: ends this process when the one that started it is gone.
exports.start = (id) => {
  setInterval(() => {
    try {
      process.kill(id, 0);
    } catch {
      process.exit(87);
    }
  }, 2000).unref();
};

exports.exit = (code) => process.exit(code ?? 0);
