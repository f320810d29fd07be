-- Pushes the files named by the second and further arguments in turn, each as often as the first
-- argument says in one go: more than once is pipelined.
local batches = {}
local turn = 0

function init(args)
  local depth = tonumber(args[1])
  for i = 2, #args do
    local file = assert(io.open(args[i], "rb"))
    local body = file:read("*a")
    file:close()
    batches[i - 1] = string.rep(wrk.format("POST", nil, nil, body), depth)
  end
end

function request()
  turn = turn % #batches + 1
  return batches[turn]
end
