// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/names.h"

#include <set>

namespace assay::engine {

std::vector<std::string> distinctNames(const std::vector<std::string> &names, bool header,
                                       std::vector<ReadWarning> &warnings)
{
    std::set<std::string> taken(names.begin(), names.end());
    std::set<std::string> used;
    std::vector<std::string> out;
    const auto free = [&](const std::string &base, std::size_t number) {
        std::string name = base + std::to_string(number);
        while (taken.contains(name) || used.contains(name))
            name = base + std::to_string(++number);
        return name;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string name = names[i];
        if (name.empty()) {
            name = free("column_", i + 1);
            if (header)
                warnings.push_back({.code = "unnamed_column",
                                    .column = name,
                                    .message = "Column " + std::to_string(i + 1) +
                                               " has no name in the file; it is called `" + name + "`."});
        } else if (used.contains(name)) {
            name = free(name + "_", 2);
            warnings.push_back({.code = "duplicate_name",
                                .column = name,
                                .message = "The name `" + names[i] + "` comes more than once; column " +
                                           std::to_string(i + 1) + " is called `" + name + "`."});
        }
        used.insert(name);
        out.push_back(std::move(name));
    }
    return out;
}

} // namespace assay::engine
