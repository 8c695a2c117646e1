// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/runtext.h"

#include "tracking/exporters/jsonrun.h"

namespace assay::app {

namespace {

Json series(const tracking::RunDetails &details)
{
    Json json = Json::object();
    for (const auto &[key, s] : details.series)
        json[key.toStdString()] = {{"last", jsonNumber(s.last)},
                                   {"min", jsonNumber(s.min)},
                                   {"max", jsonNumber(s.max)},
                                   {"count", s.count},
                                   {"last_step", s.lastStep}};
    return json;
}

} // namespace

Json runDocument(const tracking::Run &run)
{
    return tracking::runJson(run);
}

Json detailsDocument(const tracking::RunDetails &details)
{
    Json json = runDocument(details.run);
    json["series"] = series(details);
    json["inputs"] = tracking::inputsJson(details.inputs, true);
    json["artifacts"] = tracking::artifactsJson(details.artifacts);
    json["provenance"] = tracking::provenanceJson(details.provenance);
    Json children = Json::array();
    for (const tracking::Run &child : details.children)
        children.push_back(runDocument(child));
    json["children"] = children;
    return json;
}

} // namespace assay::app
