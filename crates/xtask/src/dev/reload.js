// Only in `cargo xtask dev`: reloads the page when a new build is there.
(() => {
  let seen;
  setInterval(async () => {
    try {
      const answer = await fetch("/build.txt", { cache: "no-store" });
      if (!answer.ok) return;
      const build = await answer.text();
      if (seen !== undefined && seen !== build) location.reload();
      seen = build;
    } catch {
      // The server is being started again.
    }
  }, 700);
})();
