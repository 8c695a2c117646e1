// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/data/duckdbsession.h"
#include "engine/data/reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <sys/resource.h>
#include <vector>

using namespace assay;
using namespace assay::engine;

namespace {

struct Times
{
    double wall = 0;
    double cpu = 0;
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Times timed(const std::function<bool()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpuSeconds();
    if (!work()) {
        std::fprintf(stderr, "failed\n");
        std::exit(1);
    }
    return {.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            .cpu = cpuSeconds() - cpu};
}

// Ten reals, four whole numbers, three categories, a truth value, a date and a text of its own in every row.
void writeTable(const std::string &path, int rows)
{
    std::ofstream out(path, std::ios::binary);
    Random random(1);
    std::string line = "id,day,city,plan,tier,active,visits,clicks,age,note";
    for (int i = 0; i < 10; ++i)
        line += ",x" + std::to_string(i);
    out << line << '\n';
    char number[40];
    for (int row = 0; row < rows; ++row) {
        line = std::to_string(row) + ",20" + std::to_string(10 + row % 14) + "-0" + std::to_string(1 + row % 9) + "-1" +
               std::to_string(row % 10) + ",city " + std::to_string(random.below(500)) + ",plan-" +
               std::to_string(random.below(12)) + ",t" + std::to_string(random.below(3)) +
               (random.below(2) ? ",true" : ",false") + "," + std::to_string(random.below(1000)) + "," +
               std::to_string(random.below(100'000)) + "," +
               (random.below(20) ? std::to_string(random.below(90)) : std::string()) + ",\"note " +
               std::to_string(row) + ", as written\"";
        for (int i = 0; i < 10; ++i) {
            std::snprintf(number, sizeof number, ",%.8g", 100 * random.normal());
            line += number;
        }
        out << line << '\n';
    }
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

/// Reads a table of a million rows and twenty columns as the program does and as DuckDB does by itself, turn about.
int main(int argc, char **argv)
{
    const int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    const std::string path =
        (std::filesystem::temp_directory_path() / ("assay-bench-" + std::to_string(getpid()) + ".csv")).string();
    writeTable(path, rows);
    std::printf("%d rows x 20 columns, %.0f MB\n", rows, static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    std::vector<double> ourWall, ourCpu, theirWall, theirCpu;
    for (int round = 0; round < rounds; ++round) {
        const Times ours = timed([&] {
            const auto read = readTable(path);
            return read && read->table.rows() == static_cast<std::size_t>(rows) && read->rejectedCount == 0;
        });
        const Times theirs = timed([&] {
            const DuckDbSession session(Context{});
            return session.run("CREATE TABLE t AS SELECT * FROM read_csv(" + sqlText(path) + ", sample_size = -1)")
                .has_value();
        });
        std::printf("ours %.2f s (%.2f s CPU)   DuckDB %.2f s (%.2f s CPU)\n", ours.wall, ours.cpu, theirs.wall,
                    theirs.cpu);
        ourWall.push_back(ours.wall);
        ourCpu.push_back(ours.cpu);
        theirWall.push_back(theirs.wall);
        theirCpu.push_back(theirs.cpu);
    }
    std::filesystem::remove(path);
    std::printf("import: %.2f x DuckDB's CPU time, %.2f x its wall time (goal: at most 1.2)\n",
                median(ourCpu) / median(theirCpu), median(ourWall) / median(theirWall));
    return 0;
}
