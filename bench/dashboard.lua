-- Data calls as open pages make them, one after the other.
local paths = {"/api/meta", "/api/network", "/api/occupancy?level=all", "/api/occupancy?level=city", "/api/forecast", "/api/anomalies", "/api/vehicles", "/api/data"}
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next], {["Accept-Encoding"] = "gzip"})
end
done = function(summary, latency, requests)
  io.write(string.format("p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms; errors: connect %d read %d write %d status %d timeout %d\n",
    latency:percentile(50)/1000, latency:percentile(95)/1000, latency:percentile(99)/1000, latency.max/1000,
    summary.errors.connect, summary.errors.read, summary.errors.write, summary.errors.status, summary.errors.timeout))
end
