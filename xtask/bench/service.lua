-- What wrk asks of the service: `FOLDER ADDRESSES FIRST`. Over so many addresses again and again, or each another where that is 0.

local at, folder, addresses, first = 0, "", 0, 0

function init(arguments)
   folder, addresses, first = arguments[1], tonumber(arguments[2]), tonumber(arguments[3])
end

function request()
   at = at + 1
   local number = addresses > 0 and at % addresses or at
   return wrk.format("GET", folder .. (first + number))
end

function done(summary, latency)
   local errors = summary.errors
   io.stdout:write(string.format(
      '\n{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "errors": %d}\n',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
