// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/params.h"

namespace assay::engine::spec {

// Short ways to write down the usual kinds of parameter.

inline ParamSpec whole(const char *name, std::int64_t value, double minimum, double maximum, const char *help)
{
    return {.name = name,
            .type = ParamType::Integer,
            .defaultValue = value,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

inline ParamSpec number(const char *name, double value, double minimum, std::optional<double> maximum, const char *help)
{
    return {.name = name,
            .type = ParamType::Real,
            .defaultValue = value,
            .help = help,
            .minimum = minimum,
            .maximum = maximum};
}

/// Above zero and at most one.
inline ParamSpec share(const char *name, double value, const char *help)
{
    ParamSpec spec = number(name, value, 0, 1, help);
    spec.minimumExcluded = true;
    return spec;
}

/// Above zero, stepped by factors.
inline ParamSpec positive(const char *name, double value, const char *help)
{
    ParamSpec spec = number(name, value, 0, {}, help);
    spec.minimumExcluded = true;
    spec.logarithmic = true;
    return spec;
}

inline ParamSpec oneOf(const char *name, std::vector<std::string> choices, const char *help)
{
    return {.name = name,
            .type = ParamType::Choice,
            .defaultValue = choices.front(),
            .help = help,
            .choices = std::move(choices)};
}

inline ParamSpec flag(const char *name, bool value, const char *help)
{
    return {.name = name, .type = ParamType::Boolean, .defaultValue = value, .help = help};
}

} // namespace assay::engine::spec
