// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/care.h"

namespace assay::app {

Json findingsDocument(const std::vector<tracking::Finding> &findings)
{
    Json all = Json::array();
    for (const tracking::Finding &finding : findings)
        all.push_back({{"code", finding.code.toStdString()},
                       {"where", finding.where.toStdString()},
                       {"message", finding.message.toStdString()}});
    return all;
}

std::string findingsText(const std::vector<tracking::Finding> &findings)
{
    constexpr std::size_t limit = 100;
    std::string text;
    for (std::size_t i = 0; i < std::min(findings.size(), limit); ++i)
        text += "- " + findings[i].message.toStdString() + '\n';
    if (findings.size() > limit)
        text += "and " + std::to_string(findings.size() - limit) + " more.\n";
    return text;
}

} // namespace assay::app
