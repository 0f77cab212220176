// Where the Python programs are that tools/setup installs from tests/requirements.txt.
import { homedir } from "node:os";
import { join } from "node:path";

const CACHE = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
export const PYTHON = join(process.env.HEARTLINE_TOOLS ?? join(CACHE, "heartline"), "python/bin");
