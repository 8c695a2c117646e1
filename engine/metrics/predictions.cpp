// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/predictions.h"

#include <algorithm>

namespace assay::engine {

const char *name(Task task)
{
    switch (task) {
    case Task::Binary:
        return "binary";
    case Task::Multiclass:
        return "multiclass";
    case Task::Regression:
        break;
    }
    return "regression";
}

std::optional<Task> taskFromName(std::string_view text)
{
    for (const Task task : {Task::Binary, Task::Multiclass, Task::Regression}) {
        if (text == name(task))
            return task;
    }
    return std::nullopt;
}

const Column *Predictions::attribute(std::string_view name) const
{
    const auto it = std::ranges::find(attributes, name, [](const Column &c) { return std::string_view(c.name()); });
    return it == attributes.end() ? nullptr : &*it;
}

} // namespace assay::engine
